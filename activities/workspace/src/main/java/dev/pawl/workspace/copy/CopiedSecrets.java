package dev.pawl.workspace.copy;

import dev.pawl.host.redaction.Secret;
import dev.pawl.host.redaction.SecretValues;
import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the values that must not be shown from small texts: those of assignments, and of other texts the words. */
final class CopiedSecrets {
    private static final long LARGEST = 64 << 10;
    private static final int MOST = 2_000;
    private static final int FEW_LINES = 5;

    private static final Pattern ASSIGNMENTS =
            Pattern.compile("(.*\\.)?env(rc)?(\\..+)?|.+\\.env|.+\\.(properties|ini|conf|cfg|toml|ya?ml)");
    private static final Pattern CODE = Pattern.compile(
            ".+\\.([cm]?[jt]sx?|py|rb|go|rs|java|kts?|groovy|cs|fs|php|c|cc|cpp|h|hpp|swift|scala|exs?|sql|html?|css|md)");

    private CopiedSecrets() {}

    static List<Secret> of(Path store, List<String> paths) {
        Set<Secret> found = new LinkedHashSet<>();
        for (String path : paths) {
            if (found.size() >= MOST) {
                break;
            }
            String text = text(RawPath.resolve(store, path));
            found.addAll(of(RawPath.text(path), text));
        }
        return found.stream().limit(MOST).toList();
    }

    private static List<Secret> of(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        List<Secret> found = new ArrayList<>();
        if (ASSIGNMENTS.matcher(name).matches()) {
            found.addAll(SecretValues.ofAssignments(text));
            found.addAll(SecretValues.ofText(text, true));
        } else {
            boolean code = CODE.matcher(name).matches();
            found.addAll(SecretValues.ofText(text, code));
            lines(text, code).forEach(line -> found.addAll(SecretValues.of("", line)));
        }
        return found;
    }

    /** A whole line may be a phrase. */
    private static Stream<String> lines(String text, boolean code) {
        return code || text.lines().count() > FEW_LINES
                ? Stream.empty()
                : text.lines().map(String::strip);
    }

    private static String text(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return "";
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? text : "";
        } catch (CharacterCodingException noText) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a copied file", e);
        }
    }
}
