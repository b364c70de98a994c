package dev.pawl.local.log;

import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps the file and two older ones, {@code .1} and {@code .2}. Logback's own policies take a name pattern, which
 * cannot express a home with a percent sign.
 */
public final class NumberedFiles extends RollingPolicyBase {
    private static final int OLDEST = 2;

    @Override
    public void rollover() throws RolloverFailure {
        Path file = Path.of(getActiveFileName());
        try {
            for (int number = OLDEST; number > 1; number--) {
                move(numbered(file, number - 1), numbered(file, number));
            }
            move(file, numbered(file, 1));
        } catch (IOException e) {
            throw new RolloverFailure("cannot put " + file + " aside", e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path numbered(Path file, int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    @Override
    public String getActiveFileName() {
        return getParentsRawFileProperty();
    }
}
