package dev.pawl.local.intruder;

import java.util.List;
import java.util.stream.Stream;

/** Tries at a port what an agent could, without a credential. */
public final class Intruder {
    private Intruder() {}

    /** What was answered; empty if everything was refused. */
    public static List<String> answers(int port) {
        return Stream.of(HttpAttempts.answers(port), GrpcAttempts.answers(port), SqlAttempts.answers(port))
                .flatMap(List::stream)
                .toList();
    }
}
