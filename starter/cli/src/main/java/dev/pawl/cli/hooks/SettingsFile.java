package dev.pawl.cli.hooks;

import com.google.gson.FormattingStyle;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.pawl.cli.file.AtomicFile;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of JSON settings that belongs to somebody else. Read and written as a whole, never through a link; another
 * program reads either the old or the new content.
 */
public final class SettingsFile {
    private static final long MAX_BYTES = 4 * 1024 * 1024;
    private static final String DEFAULT_INDENT = "  ";
    private static final Pattern INDENT = Pattern.compile("\\A\\s*\\{\\r?\\n([ \\t]+)\"");

    private final Path file;
    private final byte[] content;
    private final JsonObject settings;

    private SettingsFile(Path file, byte[] content, JsonObject settings) {
        this.file = file;
        this.content = content;
        this.settings = settings;
    }

    /**
     * Reads the file; an absent or empty one has no settings.
     *
     * @throws CommandFailure if it is a link or below one, no regular file, or no JSON object
     */
    public static SettingsFile read(Path file) throws IOException {
        refuseLink(file.resolveSibling(""));
        refuseLink(file);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new SettingsFile(file, new byte[0], new JsonObject());
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
            throw failure(file + " is not a regular file of at most 4 MiB");
        }
        byte[] content = Files.readAllBytes(file);
        try {
            String text = decoded(content);
            return new SettingsFile(file, content, text.isBlank() ? new JsonObject() : StrictJson.object(text));
        } catch (IOException | IllegalStateException invalid) {
            throw failure("%s is not valid JSON (%s); nothing was changed. Correct it first"
                    .formatted(file, invalid.getMessage()));
        }
    }

    public JsonObject settings() {
        return settings.deepCopy();
    }

    /**
     * Replaces the settings and keeps the file's permissions; a new file is readable by its owner only.
     *
     * @throws CommandFailure if the file changed since it was read
     */
    public void write(JsonObject changed) throws IOException {
        byte[] fresh = text(changed).getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(read(file).content, content)) {
            throw failure(file + " was changed meanwhile; nothing was written. Try it again");
        }
        AtomicFile.replace(file, fresh);
    }

    private String text(JsonObject changed) {
        Matcher indent = INDENT.matcher(new String(content, StandardCharsets.UTF_8));
        FormattingStyle style = FormattingStyle.PRETTY.withIndent(indent.find() ? indent.group(1) : DEFAULT_INDENT);
        return new GsonBuilder()
                        .serializeNulls()
                        .disableHtmlEscaping()
                        .setFormattingStyle(style)
                        .create()
                        .toJson(changed)
                + "\n";
    }

    private static String decoded(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    private static void refuseLink(Path path) {
        if (Files.isSymbolicLink(path)) {
            throw failure(path + " is a symbolic link; replace it by a file or directory of its own");
        }
    }

    private static CommandFailure failure(String message) {
        return new CommandFailure(ExitCode.CONFIGURATION, message);
    }
}
