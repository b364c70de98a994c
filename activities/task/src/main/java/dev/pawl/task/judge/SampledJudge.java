package dev.pawl.task.judge;

import dev.pawl.agent.AgentListener;
import dev.pawl.host.heartbeat.Patience;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.model.evidence.Agreement;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.request.JudgeServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks another judge as often as the task wants and takes the median of the scores. It keeps all issues, and the
 * question of the answer nearest to the median. If time runs out, the answers so far count if they are the majority. An
 * answer without a verdict disagrees with the others.
 */
public final class SampledJudge implements Judge {
    /** Fits into the engine's timeout of a judgement. */
    private static final Duration ALL = Duration.ofSeconds(280);

    private static final int MAX_ISSUES = 20;

    private final Judge one;
    private final Duration longest;

    /** @param longest time that one judgement of {@code one} may take */
    public SampledJudge(Judge one, Duration longest) {
        this.one = one;
        this.longest = longest;
    }

    @Override
    public Judgement judge(JudgeIteration input, int attempt, AgentListener watch, Patience patience) {
        JudgeServer server = input.judge().server();
        int samples = server == null ? 1 : server.samples();
        if (samples == 1) {
            return one.judge(input, attempt, watch, patience);
        }
        long began = System.nanoTime();
        List<Judgement> answers = new ArrayList<>();
        while (answers.size() < samples
                && !watch.cancelled()
                && (answers.isEmpty() || System.nanoTime() - began + longest.toNanos() <= ALL.toNanos())) {
            answers.add(one.judge(input, attempt, watch, patience));
        }
        return combined(answers, samples, input.judge().asked());
    }

    static Judgement combined(List<Judgement> answers, int asked, String judge) {
        Usage usage = answers.stream().map(Judgement::usage).reduce(Usage.NONE, Usage::plus);
        List<Scored> scored = new ArrayList<>();
        for (Judgement answer : answers) {
            Double score = answer.score();
            if (score != null) {
                scored.add(new Scored(score, answer));
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::score));
        if (scored.isEmpty()) {
            String why = Objects.requireNonNullElse(doubt(answers, asked), "no answer has a score");
            return Judgement.absent(judge, why, usage).of(new Agreement(asked, 0, 0));
        }
        double median = median(scored);
        double spread = scored.getLast().score() - scored.getFirst().score();
        Scored nearest = scored.stream()
                .filter(one -> one.answer().question() != null)
                .min(Comparator.comparingDouble(one -> Math.abs(one.score() - median)))
                .orElse(scored.getFirst());
        return new Judgement(
                median,
                issues(answers),
                nearest.answer().question(),
                judge,
                usage,
                new Agreement(asked, scored.size(), spread),
                doubt(answers, asked));
    }

    /** Absent if nothing casts doubt on the answers. */
    private static @Nullable String doubt(List<Judgement> answers, int asked) {
        if (2 * answers.size() <= asked) {
            return "only %d of %d answers arrived in time".formatted(answers.size(), asked);
        }
        List<String> doubts =
                answers.stream().map(Judgement::doubt).filter(Objects::nonNull).toList();
        return doubts.isEmpty() ? null : "%d of %d answers: %s".formatted(doubts.size(), asked, doubts.getFirst());
    }

    private record Scored(double score, Judgement answer) {}

    private static double median(List<Scored> sorted) {
        int middle = sorted.size() / 2;
        double upper = sorted.get(middle).score();
        return sorted.size() % 2 == 1 ? upper : (sorted.get(middle - 1).score() + upper) / 2;
    }

    private static List<String> issues(List<Judgement> answers) {
        Set<String> issues = new LinkedHashSet<>();
        answers.forEach(answer -> issues.addAll(answer.issues()));
        return issues.stream().limit(MAX_ISSUES).toList();
    }
}
