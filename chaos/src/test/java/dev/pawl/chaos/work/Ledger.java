package dev.pawl.chaos.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the scripts of a task did and reported, in order: out of reach of everything under test.
 *
 * @param runs how often each step began
 * @param said input tokens by session of an agent, as reported
 * @param judgesSaid input tokens of all judges
 * @param agentStarts in order
 */
public record Ledger(Map<Step, Integer> runs, Map<String, Long> said, long judgesSaid, List<Instant> agentStarts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Ledger read(Path file) {
        Map<Step, Integer> runs = new EnumMap<>(Step.class);
        Map<String, Long> said = new TreeMap<>();
        List<Instant> starts = new ArrayList<>();
        long judges = 0;
        for (JsonNode line : lines(file)) {
            String step = line.path("step").asText();
            if (!step.equals("said")) {
                runs.merge(Step.valueOf(step.toUpperCase(Locale.ROOT)), 1, Integer::sum);
                if (step.equals("agent")) {
                    starts.add(Instant.EPOCH.plus(
                            Duration.ofMillis((long) (line.path("at").asDouble() * 1000))));
                }
            } else if (line.path("role").asText().equals("agent")) {
                said.put(
                        line.path("session").asText(), line.path("input_tokens").asLong());
            } else {
                judges += line.path("input_tokens").asLong();
            }
        }
        return new Ledger(Map.copyOf(runs), Map.copyOf(said), judges, List.copyOf(starts));
    }

    private static List<JsonNode> lines(Path file) {
        try {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int runs(Step step) {
        return runs.getOrDefault(step, 0);
    }
}
