package dev.pawl.agent.signin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pawl.db.column.Sha256;
import dev.pawl.host.file.AtomicFile;
import dev.pawl.host.file.UnexpectedFileException;
import dev.pawl.host.file.UntrustedTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A user's sign-in of which a run was lent a copy. Not thread-safe. */
final class LentSignIn {
    private static final int LARGEST = 1 << 20;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path named;
    private final Path users;
    private final Path copy;
    private final SignInFormat format;
    private final Path records;
    private final byte[] content;
    private final String lent;
    private String handedBack;
    /** Digest of the copy when it was copied back: another run may have copied back a newer one since. */
    private @Nullable String returned;

    private LentSignIn(Path named, Path users, Path copy, SignInFormat format, Path records, byte[] content) {
        this.named = named;
        this.users = users;
        this.copy = copy;
        this.format = format;
        this.records = records;
        this.content = content;
        this.lent = Sha256.of(content);
        this.handedBack = lent;
    }

    /**
     * @param named the user's file, or a link to it
     * @param copy relative to the directory of the run
     * @return absent if the user has no such file
     */
    static @Nullable LentSignIn of(Path named, Path copy, SignInFormat format, Path records) throws IOException {
        if (!Files.isRegularFile(named) || !Files.isReadable(named)) {
            return null;
        }
        Path users = named.toRealPath();
        byte[] content = users(users);
        return content == null ? null : new LentSignIn(named, users, copy, format, records, content);
    }

    byte[] content() {
        return content.clone();
    }

    Path copy() {
        return copy;
    }

    /**
     * Copies the sign-in back if the run renewed it, and if the user has not signed in again or out meanwhile.
     *
     * @return whether the user's file was changed
     */
    boolean handBack(UntrustedTree run) throws IOException, InterruptedException {
        byte[] left = left(run);
        ObjectNode copied = left == null ? null : object(left);
        if (left == null || copied == null) {
            return false;
        }
        try (SignInRecord record = SignInRecord.lock(records, users)) {
            byte[] now = present();
            if (now == null || !record.leads(lent, Sha256.of(now))) {
                return false;
            }
            ObjectNode own = object(now);
            ObjectNode renewed = own == null ? null : format.renewed(own, copied);
            if (renewed == null || renewed.equals(own)) {
                return false;
            }
            byte[] next = renewed.equals(copied)
                    ? left
                    : JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(renewed);
            // Before the file itself: a record without the change does no harm.
            record.changed(Sha256.of(now), Sha256.of(next));
            AtomicFile.replace(users, next);
            handedBack = Sha256.of(next);
            returned = Sha256.of(left);
            return true;
        }
    }

    /** Whether the user, or another run, has a sign-in by now that this run never had. */
    boolean outdated() throws IOException {
        byte[] now = present();
        if (now == null) {
            return false;
        }
        String digest = Sha256.of(now);
        return !digest.equals(lent) && !digest.equals(handedBack);
    }

    private byte @Nullable [] left(UntrustedTree run) throws IOException {
        try {
            byte[] left = run.read(copy, LARGEST);
            String digest = Sha256.of(left);
            return digest.equals(lent) || digest.equals(returned) ? null : left;
        } catch (NoSuchFileException | UnexpectedFileException nothingToHandBack) {
            return null;
        }
    }

    /** The user's current file; absent if it is gone, was replaced, or may not be written. */
    private byte @Nullable [] present() throws IOException {
        boolean same = Files.isRegularFile(named)
                && named.toRealPath().equals(users)
                && Files.isWritable(users)
                && Files.isReadable(users);
        return same ? users(users) : null;
    }

    private static byte @Nullable [] users(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            return content.length > LARGEST ? null : content;
        }
    }

    private static @Nullable ObjectNode object(byte[] content) {
        try {
            JsonNode tree = JSON.readTree(content);
            return tree instanceof ObjectNode object ? object : null;
        } catch (IOException notJson) {
            return null;
        }
    }
}
