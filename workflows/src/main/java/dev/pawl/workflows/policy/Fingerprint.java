package dev.pawl.workflows.policy;

import dev.pawl.workflows.model.CheckEvidence;
import dev.pawl.workflows.model.Evidence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names what an agent would be told, without what differs from run to run (times, addresses in output). */
final class Fingerprint {
    private Fingerprint() {}

    static String of(PolicyInput input) {
        StringBuilder told = new StringBuilder();
        Evidence evidence = input.evidence();
        if (evidence != null) {
            for (CheckEvidence check : evidence.checks()) {
                told.append(check.name()).append('|').append(check.satisfied()).append('|');
                told.append(check.state()).append('|').append(check.exitCode()).append('|');
                told.append(check.failures()).append('\n');
            }
            evidence.files().forEach(file -> told.append(file).append('\n'));
            evidence.findings().forEach(finding -> told.append(finding).append('\n'));
        }
        if (input.judgement() != null) {
            told.append(input.judgement().issues());
        }
        return told.isEmpty() ? "" : sha256(told.toString());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
