package dev.pawl.gateway.server;

import dev.pawl.api.v1.EngineInfo;
import dev.pawl.api.v1.EngineKind;
import dev.pawl.gateway.engine.Engine;
import io.grpc.StatusRuntimeException;

/** Probes the engine. */
final class EngineProbe {
    private final Engine engine;
    private final EngineInfo known;

    /** @param known the constant part: kind, address, namespace, Web UI */
    EngineProbe(Engine engine, EngineInfo known) {
        this.engine = engine;
        this.known = known.toBuilder()
                .setDurable(known.getKind() != EngineKind.ENGINE_KIND_IN_PROCESS)
                .build();
    }

    /** Includes what its namespace lacks. */
    EngineInfo lookClosely() {
        EngineInfo info = look();
        return info.getReachable()
                ? info.toBuilder().setNote(engine.namespaceNote()).build()
                : info;
    }

    EngineInfo look() {
        EngineInfo.Builder info = known.toBuilder();
        try {
            return info.setVersion(engine.version()).setReachable(true).build();
        } catch (StatusRuntimeException silent) {
            String problem = silent.getStatus().getDescription();
            return info.setProblem(
                            problem == null ? silent.getStatus().getCode().name() : problem)
                    .build();
        }
    }
}
