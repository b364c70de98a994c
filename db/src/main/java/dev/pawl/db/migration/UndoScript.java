package dev.pawl.db.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * A script {@code U…} beside its {@code V…}. Its first line says what is gone with it, as tables or {@code table.column}:
 * {@code -- loses: event, task.notes}, or {@code -- loses: nothing}.
 */
record UndoScript(String name, List<Loss> losses, String sql) {
    private static final String HEADER = "-- loses:";

    /** @throws IllegalStateException where the migration has no way down, or one that does not say what it loses */
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
                throw new IllegalStateException("there is no way down: " + name + " is missing");
            }
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table, or the column of one. */
    record Loss(String name, String table, String holdsData) {
        static Loss of(String name) {
            int dot = name.indexOf('.');
            String table = dot < 0 ? name : name.substring(0, dot);
            String where = dot < 0 ? "" : " where " + name.substring(dot + 1) + " is not null";
            return new Loss(name, table, "select exists (select 1 from " + table + where + ")");
        }
    }
}
