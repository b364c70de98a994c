package dev.pawl.evidence.protect;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The parts of a {@code pom.xml} that steer a test run: the build, its properties, profiles, modules and parent. */
final class PomXml {
    private static final List<String> SECTIONS = List.of("build", "profiles", "pluginRepositories", "reporting");

    /** In a new file these only say which project it belongs to. */
    private static final List<String> PLACE = List.of("parent", "packaging");

    private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<\\s]+)\\s*</module>");
    private static final Pattern STEERING = Pattern.compile(
            "(?i)(?:maven\\.|surefire|failsafe|skip|test|it\\.|argLine|groups|excludedGroups|jacoco|junit|.*\\.skip|.*test).*");
    private static final Pattern BETWEEN = Pattern.compile(">\\s+<");

    private PomXml() {}

    static String steering(String text) {
        return parts(text, true);
    }

    /** Whether a new module has no build configuration of its own, so that it cannot affect tests of others. */
    static boolean plainModule(String text) {
        return parts(text, false).isEmpty();
    }

    private static String parts(String text, boolean place) {
        try {
            Element project = parse(text);
            StringBuilder parts = new StringBuilder();
            for (Node child = project.getFirstChild(); child != null; child = child.getNextSibling()) {
                String name = child.getNodeName();
                if (SECTIONS.contains(name) || (place && PLACE.contains(name))) {
                    parts.append(print(child));
                } else if (name.equals("properties")) {
                    properties(child, parts);
                }
            }
            return parts.toString();
        } catch (IOException | SAXException | ParserConfigurationException | TransformerException e) {
            return text;
        }
    }

    /** Whether a module, with its tests, is no longer built. */
    static boolean dropsModule(String path, String before, String after) {
        return path.endsWith("pom.xml") && !modules(after).containsAll(modules(before));
    }

    private static Set<String> modules(String text) {
        return MODULE.matcher(text).results().map(module -> module.group(1)).collect(Collectors.toSet());
    }

    private static void properties(Node properties, StringBuilder parts) throws TransformerException {
        for (Node child = properties.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE
                    && STEERING.matcher(child.getNodeName()).matches()) {
                parts.append(print(child));
            }
        }
    }

    private static Element parse(String text) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setIgnoringComments(true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    }

    private static String print(Node node) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        Transformer transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(node), new StreamResult(out));
        return BETWEEN.matcher(out.toString()).replaceAll("><");
    }
}
