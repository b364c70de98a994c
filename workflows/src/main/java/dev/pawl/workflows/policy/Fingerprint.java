package dev.pawl.workflows.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.FileEvidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.Judgement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the feedback to an agent, without what differs between runs (times, addresses in output). It hashes
 * canonical JSON with sorted properties: the text form of a record may change with a version of Java, and does not
 * separate its parts.
 */
final class Fingerprint {
    private static final ObjectMapper CANONICAL = PawlDataConverter.mapper()
            .rebuild()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Fingerprint() {}

    private record Said(List<Check> checks, List<FileEvidence> files, List<Finding> findings, List<String> issues) {
        boolean nothing() {
            return checks.isEmpty() && files.isEmpty() && findings.isEmpty() && issues.isEmpty();
        }
    }

    private record Check(
            String name,
            boolean satisfied,
            CheckState state,
            @Nullable Integer exitCode,
            List<String> failures) {
        static Check of(CheckEvidence check) {
            return new Check(check.name(), check.satisfied(), check.state(), check.exitCode(), check.failures());
        }
    }

    /** Empty if there is no feedback. */
    static String of(PolicyInput input) {
        Evidence evidence = input.evidence();
        Judgement judgement = input.judgement();
        List<String> issues = judgement == null ? List.of() : judgement.issues();
        Said said = evidence == null
                ? new Said(List.of(), List.of(), List.of(), issues)
                : new Said(
                        evidence.checks().stream().map(Check::of).toList(),
                        evidence.files(),
                        evidence.findings().stream()
                                .filter(Finding::aboutResult)
                                .toList(),
                        issues);
        return said.nothing() ? "" : sha256(json(said));
    }

    private static byte[] json(Said said) {
        try {
            return CANONICAL.writeValueAsString(said).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record has no JSON", e);
        }
    }

    private static String sha256(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
