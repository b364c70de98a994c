package dev.pawl.evidence.report;

import dev.pawl.host.file.UntrustedTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JUnit XML, which nearly every runner can write. The files come from untrusted code, so document types and
 * external entities are refused, and size and number are limited. An unreadable file makes the report incomplete.
 */
public final class JUnitXml {
    private static final long MAX_BYTES = 64L << 20;
    private static final int MAX_TESTS = 200_000;

    private final Map<String, TestStatus> tests = new LinkedHashMap<>();
    private boolean readable = true;

    private boolean any;

    /** @param file of the tree */
    public void read(UntrustedTree tree, Path file) {
        any = true;
        try (SeekableByteChannel channel = tree.open(file, MAX_BYTES);
                InputStream in = bounded(channel)) {
            parse(in);
        } catch (IOException | XMLStreamException e) {
            readable = false;
        }
    }

    /** Reads a document that a runner printed. */
    void read(byte[] document) {
        any = true;
        try (InputStream in = new ByteArrayInputStream(document)) {
            parse(in);
        } catch (IOException | XMLStreamException e) {
            readable = false;
        }
    }

    /** The file may grow while it is read. */
    private static InputStream bounded(SeekableByteChannel channel) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(Channels.newInputStream(channel))
                .setMaxCount(MAX_BYTES)
                .get();
    }

    private void parse(InputStream in) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(in);
        try {
            @Nullable String name = null;
            TestStatus status = TestStatus.PASSED;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (reader.getLocalName().equals("testcase")) {
                        name = name(reader);
                        status = TestStatus.PASSED;
                    } else if (name != null) {
                        status = status.worse(status(reader));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals("testcase")
                        && name != null) {
                    add(name, status);
                    name = null;
                }
            }
        } finally {
            reader.close();
        }
    }

    private void add(String name, TestStatus status) {
        if (tests.size() >= MAX_TESTS) {
            readable = false;
            return;
        }
        tests.merge(name, status, TestStatus::worse);
    }

    private static String name(XMLStreamReader reader) {
        String container = reader.getAttributeValue(null, "classname");
        String name = reader.getAttributeValue(null, "name");
        String method = name == null ? "" : name;
        return container == null || container.isEmpty() ? method : container + "." + method;
    }

    private static TestStatus status(XMLStreamReader reader) {
        return switch (reader.getLocalName()) {
            case "failure" -> TestStatus.FAILED;
            case "error" ->
                "collection failure".equals(reader.getAttributeValue(null, "message"))
                        ? TestStatus.BROKEN
                        : TestStatus.FAILED;
            case "skipped" ->
                "pytest.xfail".equals(reader.getAttributeValue(null, "type")) ? TestStatus.PASSED : TestStatus.SKIPPED;
            default -> TestStatus.PASSED;
        };
    }

    /** @return {@link TestReport#NONE} if nothing was read */
    public TestReport report() {
        if (!any) {
            return TestReport.NONE;
        }
        int failed = (int) tests.values().stream().filter(TestStatus::red).count();
        int skipped =
                (int) tests.values().stream().filter(TestStatus.SKIPPED::equals).count();
        return new TestReport("junit", readable, tests.size() - skipped, failed, skipped, tests, true, true);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
