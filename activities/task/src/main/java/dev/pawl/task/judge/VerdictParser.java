package dev.pawl.task.judge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the one verdict in a judge's answer: the object that repeats the nonce of the question, which nothing under
 * review can contain. Text around it is ignored; two different verdicts count as none. Nothing is guessed.
 */
final class VerdictParser {
    /** Why there is no verdict although the judge answered. */
    static final String UNREADABLE = "its answer contained no verdict on this question, or several different ones";

    private static final int LONGEST_REPLY = 64 * 1024;
    private static final int MOST_TRIES = 200;
    private static final int MAX_ISSUES = 20;
    private static final int MAX_TEXT = 1_000;

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    Optional<Verdict> parse(String reply, String nonce) {
        String text = reply.length() <= LONGEST_REPLY ? reply : reply.substring(reply.length() - LONGEST_REPLY);
        List<Verdict> verdicts = new ArrayList<>();
        int at = text.indexOf('{');
        for (int tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
            int end = read(text, at, nonce, verdicts);
            at = text.indexOf('{', end);
        }
        return verdicts.stream().distinct().count() == 1 ? Optional.of(verdicts.getFirst()) : Optional.empty();
    }

    /** @return where to continue: after the object that starts here, or after its first brace if it is none */
    private int read(String text, int start, String nonce, List<Verdict> verdicts) {
        try (JsonParser parser = mapper.createParser(text.substring(start))) {
            JsonNode node = mapper.readTree(parser);
            if (nonce.equals(node.path("nonce").textValue())) {
                verdict(node).ifPresent(verdicts::add);
            }
            return start + (int) parser.currentLocation().getCharOffset();
        } catch (JsonProcessingException e) {
            return start + 1; // not JSON: a brace in ordinary text
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        }
    }

    private static Optional<Verdict> verdict(JsonNode node) {
        JsonNode score = node.path("score");
        JsonNode issues = node.path("issues");
        JsonNode question = node.path("question");
        boolean typed = score.isNumber()
                && score.doubleValue() >= 0
                && score.doubleValue() <= 1
                && (issues.isMissingNode() || texts(issues))
                && (question.isMissingNode() || question.isNull() || question.isTextual());
        if (!typed) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>();
        issues.forEach(issue -> said.add(cut(issue.textValue())));
        boolean asks = question.isTextual() && !question.textValue().isBlank();
        return Optional.of(new Verdict(
                score.doubleValue(),
                said.stream()
                        .filter(issue -> !issue.isBlank())
                        .limit(MAX_ISSUES)
                        .toList(),
                asks ? cut(question.textValue()) : null));
    }

    private static boolean texts(JsonNode node) {
        boolean all = node.isArray();
        for (JsonNode item : node) {
            all &= item.isTextual();
        }
        return all;
    }

    private static String cut(String text) {
        String stripped = text.strip();
        return stripped.length() <= MAX_TEXT ? stripped : stripped.substring(0, MAX_TEXT);
    }
}
