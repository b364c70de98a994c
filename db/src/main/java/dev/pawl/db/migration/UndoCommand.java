package dev.pawl.db.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Undoes the newest migration of a database: {@code UndoCommand JDBC-URL [--drop-data]}. Exits with 0 if it did or
 * nothing was left, with 1 if data would have been lost, with 2 for wrong arguments.
 */
public final class UndoCommand {
    private static final String DROP_DATA = "--drop-data";

    private UndoCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments)));
    }

    static int run(List<String> arguments) {
        boolean dropData = arguments.size() == 2 && arguments.get(1).equals(DROP_DATA);
        if (arguments.size() != 1 && !dropData) {
            System.err.println("usage: UndoCommand JDBC-URL [" + DROP_DATA + "]");
            return 2;
        }
        try {
            Optional<String> undone =
                    new UndoMigration(new DriverManagerDataSource(arguments.getFirst())).undo(dropData);
            System.out.println(
                    undone.map(version -> "undone: version " + version).orElse("nothing to undo"));
            return 0;
        } catch (DataLossException e) {
            System.err.println(e.getMessage() + "; to drop it, add " + DROP_DATA);
            return 1;
        }
    }
}
