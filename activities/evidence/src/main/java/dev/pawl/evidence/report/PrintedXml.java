package dev.pawl.evidence.report;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** JUnit XML that a runner prints instead of writing a file. */
final class PrintedXml implements RunnerOutput {
    @Override
    public TestReport read(List<String> lines) {
        JUnitXml xml = new JUnitXml();
        StringBuilder document = new StringBuilder();
        String end = "";
        for (String line : lines) {
            String text = line.strip();
            if (end.isEmpty() && text.startsWith("<testsuite")) {
                end = text.startsWith("<testsuites") ? "</testsuites>" : "</testsuite>";
            }
            if (!end.isEmpty()) {
                document.append(line).append('\n');
                if (text.endsWith(end)) {
                    xml.read(document.toString().getBytes(StandardCharsets.UTF_8));
                    document.setLength(0);
                    end = "";
                }
            }
        }
        if (!end.isEmpty()) {
            xml.read(document.toString().getBytes(StandardCharsets.UTF_8));
        }
        return xml.report();
    }
}
