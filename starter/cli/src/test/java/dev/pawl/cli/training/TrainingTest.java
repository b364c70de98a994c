package dev.pawl.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingTest {
    @Test
    void every_command_of_the_training_gets_its_answer() throws Exception {
        assertThat(Training.run()).hasSize(10).containsOnly(0);
    }
}
