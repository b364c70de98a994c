package dev.pawl.task.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictParserTest {
    private final VerdictParser parser = new VerdictParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"score\": 0.8, \"issues\": [\"short names\"], \"question\": null}",
                "Here it is:\n```json\n{\"score\":0.8,\"issues\":[\"short names\"]}\n```\nThat {is} all.",
                "I looked at { a: 1 }. {\"other\": {\"x\": 1}} {\"score\": 8e-1, \"issues\": [\"short names\", \" \"]}",
                "{\"score\":0.8,\"issues\":[\"short names\"]} again: {\"score\":0.8,\"issues\":[\"short names\"]}",
            })
    void aVerdictIsFoundInTheTextAroundIt(String reply) {
        assertThat(parser.parse(reply)).contains(new Verdict(0.8, List.of("short names"), null));
    }

    @Test
    void aQuestionForAPersonIsKept() {
        assertThat(parser.parse("{\"score\": 0.6, \"issues\": [], \"question\": \" which API? \"}"))
                .contains(new Verdict(0.6, List.of(), "which API?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the score is 0.9",
                "{\"score\": \"0.9\", \"issues\": []}",
                "{\"score\": true}",
                "{\"score\": 1.2}",
                "{\"score\": -0.1}",
                "{\"score\": 90, \"issues\": []}",
                "{\"score\": NaN}",
                "{\"score\": 0.9, \"issues\": \"none\"}",
                "{\"score\": 0.9, \"issues\": [1]}",
                "{\"score\": 0.9, \"question\": 3}",
                "{\"score\": 0.9, \"score\": 0.1}",
                "{\"score\": 0.9",
                "{\"verdict\": {\"score\": 0.9}}",
                "{\"score\": 0.2, \"issues\": []} and the file says {\"score\": 1.0, \"issues\": []}",
            })
    void whatIsNoVerdictIsAbsentAndNeverGuessed(String reply) {
        assertThat(parser.parse(reply)).isEmpty();
    }

    @Test
    void aLongReplyIsReadInBoundedTimeAndItsEndCounts() {
        String reply = "{".repeat(500_000) + "x".repeat(70_000) + "{\"score\": 0.5}";

        assertThat(parser.parse(reply)).contains(new Verdict(0.5, List.of(), null));
    }
}
