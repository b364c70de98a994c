package dev.pawl.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.AccessProto;
import dev.pawl.api.v1.AccountServiceGrpc;
import dev.pawl.api.v1.AuditServiceGrpc;
import dev.pawl.api.v1.PlanServiceGrpc;
import dev.pawl.api.v1.Scope;
import dev.pawl.api.v1.ServerServiceGrpc;
import dev.pawl.api.v1.TaskServiceGrpc;
import dev.pawl.api.v1.TokenServiceGrpc;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MethodScopeTest {
    static Stream<MethodDescriptor<?, ?>> methods() {
        return Stream.of(
                        TaskServiceGrpc.getServiceDescriptor(),
                        PlanServiceGrpc.getServiceDescriptor(),
                        AccountServiceGrpc.getServiceDescriptor(),
                        AuditServiceGrpc.getServiceDescriptor(),
                        ServerServiceGrpc.getServiceDescriptor(),
                        TokenServiceGrpc.getServiceDescriptor())
                .map(ServiceDescriptor::getMethods)
                .flatMap(methods -> methods.stream());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodNamesItsScope(MethodDescriptor<?, ?> method) {
        ProtoMethodDescriptorSupplier proto = (ProtoMethodDescriptorSupplier) method.getSchemaDescriptor();

        assertThat(proto.getMethodDescriptor().getOptions().getExtension(AccessProto.scope))
                .isNotEqualTo(Scope.SCOPE_UNSPECIFIED);
    }

    @Test
    void readingNeedsLessThanActingAndTokensNeedAll() {
        assertThat(MethodScope.of(TaskServiceGrpc.getGetTaskMethod())).isEqualTo(Scope.SCOPE_READ);
        assertThat(MethodScope.of(TaskServiceGrpc.getSubmitTaskMethod())).isEqualTo(Scope.SCOPE_SUBMIT);
        assertThat(MethodScope.of(TaskServiceGrpc.getApproveMethod())).isEqualTo(Scope.SCOPE_OPERATE);
        assertThat(MethodScope.of(TokenServiceGrpc.getCreateTokenMethod())).isEqualTo(Scope.SCOPE_ADMIN);
    }
}
