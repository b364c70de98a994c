package dev.pawl.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingTest {
    @Test
    void everyCommandOfTheTrainingGetsItsAnswer() throws Exception {
        assertThat(Training.run()).hasSize(10).containsOnly(0);
    }
}
