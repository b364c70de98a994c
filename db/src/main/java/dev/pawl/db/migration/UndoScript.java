package dev.pawl.db.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * A script {@code U…} for its {@code V…}. Its first line names the data that is lost, as tables or {@code
 * table.column}: {@code -- loses: event, task.notes}, or {@code -- loses: nothing}.
 */
record UndoScript(String name, List<Loss> losses, String sql) {
    private static final String HEADER = "-- loses:";

    /** @throws IllegalStateException if the migration has no undo script, or one without the line {@code -- loses:} */
    static UndoScript of(String migration) {
        String name = "U" + migration.substring(1);
        String sql = read(name);
        String header = sql.lines().findFirst().orElse("");
        if (!header.startsWith(HEADER)) {
            throw new IllegalStateException(name + " does not start with '" + HEADER + " …'");
        }
        return new UndoScript(name, losses(header.substring(HEADER.length())), sql);
    }

    private static List<Loss> losses(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.equals("nothing"))
                .map(Loss::of)
                .toList();
    }

    private static String read(String name) {
        try (InputStream script = UndoScript.class.getResourceAsStream("/" + Migrations.SCRIPTS + "/" + name)) {
            if (script == null) {
                throw new IllegalStateException("there is no undo script: " + name + " is missing");
            }
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table or a column. */
    record Loss(String name, String table, String holdsData) {
        static Loss of(String name) {
            int dot = name.indexOf('.');
            String table = dot < 0 ? name : name.substring(0, dot);
            String where = dot < 0 ? "" : " where " + name.substring(dot + 1) + " is not null";
            return new Loss(name, table, "select exists (select 1 from " + table + where + ")");
        }
    }
}
