package dev.pawl.cli.report;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.AgentEvent;
import dev.pawl.api.v1.DeadLetter;
import dev.pawl.api.v1.GetDeadLetterResponse;
import dev.pawl.api.v1.StoredAgentEvent;
import dev.pawl.cli.terminal.Printable;
import dev.pawl.cli.terminal.Style;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events of agents and dead letters for people. */
public final class EventReport {
    private EventReport() {}

    public static List<String> events(List<StoredAgentEvent> events, int width, Style style) {
        Table table = new Table("TIME", "TYPE", "STATUS", "PROGRESS", "ACTION", "AGENT");
        for (StoredAgentEvent stored : events) {
            AgentEvent event = stored.getEvent();
            table.row(
                    Instant.ofEpochSecond(event.getOccurredAt().getSeconds()).toString(),
                    Words.of(event.getType()),
                    Words.of(event.getStatus()),
                    event.hasProgress() ? Math.round(event.getProgress()) + " %" : "",
                    Words.of(event.getAction()),
                    event.getAgent());
        }
        return table.lines(width, style);
    }

    public static List<String> letters(List<DeadLetter> letters, int width, Style style) {
        Table table = new Table("ID", "STATE", "SOURCE", "ATTEMPTS", "ERROR");
        for (DeadLetter letter : letters) {
            table.row(
                    Long.toString(letter.getId()),
                    Words.of(letter.getState()),
                    source(letter),
                    Integer.toString(letter.getAttempts()),
                    letter.getErrorClass() + ": " + letter.getReason());
        }
        return table.lines(width, style);
    }

    public static List<String> letter(GetDeadLetterResponse whole, Style style) {
        DeadLetter letter = whole.getDeadLetter();
        List<String> lines = new ArrayList<>();
        lines.add(style.strong("dead letter " + letter.getId()) + "  " + Words.of(letter.getState()));
        lines.add("source    " + Printable.line(source(letter)));
        lines.add("attempts  " + letter.getAttempts());
        lines.add("error     " + Printable.line(letter.getErrorClass() + ": " + letter.getReason()));
        if (whole.hasKey()) {
            lines.add("key       " + Printable.line(whole.getKey().toStringUtf8()));
        }
        whole.getHeadersList()
                .forEach(header -> lines.add("header    "
                        + Printable.line(
                                header.getName() + ": " + header.getValue().toStringUtf8())));
        lines.add("value     " + Printable.line(whole.getValue().toStringUtf8()));
        return lines;
    }

    private static String source(DeadLetter letter) {
        return "%s/%d@%d".formatted(letter.getTopic(), letter.getPartition(), letter.getOffset());
    }
}
