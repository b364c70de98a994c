package dev.pawl.task.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pawl.workflows.model.evidence.Agreement;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SampledJudgeTest {
    private static Judgement one(@Nullable Double score, @Nullable String question, String... issues) {
        return new Judgement(score, List.of(issues), question, "openai m", new Usage(10, 1, 0, 0, null, 1));
    }

    private static Judgement combined(Judgement... answers) {
        return SampledJudge.combined(List.of(answers), 3, "openai m");
    }

    @Test
    void theMedianCountsAndTheSpreadIsReported() {
        Judgement judgement = combined(one(0.9, null), one(0.1, null), one(0.7, null));

        assertThat(judgement.score()).isEqualTo(0.7);
        assertThat(judgement.agreement()).isEqualTo(new Agreement(3, 3, 0.8));
    }

    @Test
    void theMedianOfTwoAnswersIsBetweenThem() {
        assertThat(combined(one(0.6, null), one(0.8, null)).score()).isCloseTo(0.7, within(1e-9));
        assertThat(combined(one(0.6, null), one(0.8, null)).doubt()).isNull();
    }

    @Test
    void anAnswerWithoutAVerdictDisagreesWithTheOthers() {
        assertThat(combined(one(0.8, null), one(null, null), one(0.8, null)).doubt())
                .isEqualTo("1 of 3 answers: it gave no verdict");
        assertThat(combined(one(0.8, null), one(0.8, null).doubted("it saw half"), one(0.8, null))
                        .doubt())
                .isEqualTo("1 of 3 answers: it saw half");
        assertThat(combined(one(0.8, null)).doubt()).isEqualTo("only 1 of 3 answers arrived in time");
    }

    @Test
    void oneOutlierNeverRaisesTheScoreOfTheOthers() {
        assertThat(combined(one(0.3, null), one(1.0, null), one(0.2, null)).score())
                .isEqualTo(0.3);
    }

    @Test
    void issuesAreKeptOnceAndTheQuestionComesFromTheAnswerNearestToTheMedian() {
        Judgement judgement =
                combined(one(0.6, "which?", "names", "docs"), one(0.65, null, "names"), one(0.9, "why?", "dead code"));

        assertThat(judgement.issues()).containsExactly("names", "docs", "dead code");
        assertThat(judgement.question()).isEqualTo("which?");
    }

    @Test
    void unreadableAnswersGiveNoScoreButTheirCostCounts() {
        Judgement judgement = combined(one(null, null), one(null, null), one(null, null));

        assertThat(judgement.score()).isNull();
        assertThat(judgement.agreement()).isEqualTo(new Agreement(3, 0, 0));
        assertThat(judgement.usage().inputTokens()).isEqualTo(30);
    }
}
