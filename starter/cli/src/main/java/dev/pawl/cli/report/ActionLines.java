package dev.pawl.cli.report;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Action;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.ActionOutcome;
import dev.pawl.cli.terminal.Style;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Actions of an agent, one line each. */
public final class ActionLines {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private ActionLines() {}

    /** With the time of day in the given zone: {@code 14:03:07  command    mvn test · failed}. */
    public static String line(Action action, ZoneId zone, Style style) {
        String time = TIME.format(Amounts.instant(action.getCreatedAt()).atZone(zone));
        String line = "%s  %-9s  %s".formatted(style.faint(time), kind(action), what(action));
        String outcome = Words.of(action.getOutcome());
        return switch (action.getOutcome()) {
            case ACTION_OUTCOME_FAILED -> line + " · " + style.bad(outcome);
            case ACTION_OUTCOME_DENIED -> line + " · " + style.attention(outcome);
            case ACTION_OUTCOME_OK, ACTION_OUTCOME_UNSPECIFIED, UNRECOGNIZED -> line;
        };
    }

    /** Without time and colour: {@code command mvn test}. */
    public static String brief(Action action) {
        String outcome = wentWrong(action) ? " (" + Words.of(action.getOutcome()) + ")" : "";
        return kind(action) + " " + what(action) + outcome;
    }

    public static boolean wentWrong(Action action) {
        return action.getOutcome() == ActionOutcome.ACTION_OUTCOME_FAILED
                || action.getOutcome() == ActionOutcome.ACTION_OUTCOME_DENIED;
    }

    private static String kind(Action action) {
        String word = Words.of(action.getKind());
        return word.isEmpty() ? "other" : word;
    }

    /** The kind is enough for a tool, unless it is the generic one or nothing else is known. */
    private static String what(Action action) {
        boolean named = action.getKind() == ActionKind.ACTION_KIND_TOOL
                || action.getText().isEmpty();
        return named ? (action.getTool() + " " + action.getText()).strip() : action.getText();
    }
}
