package dev.pawl.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.Scope;
import dev.pawl.api.v1.TaskServiceGrpc;
import dev.pawl.api.v1.TokenServiceGrpc;
import org.junit.jupiter.api.Test;

class MethodScopeTest {
    @Test
    void readingNeedsLessThanActingAndTokensNeedAll() {
        assertThat(MethodScope.of(TaskServiceGrpc.getGetTaskMethod())).isEqualTo(Scope.SCOPE_READ);
        assertThat(MethodScope.of(TaskServiceGrpc.getSubmitTaskMethod())).isEqualTo(Scope.SCOPE_SUBMIT);
        assertThat(MethodScope.of(TaskServiceGrpc.getApproveMethod())).isEqualTo(Scope.SCOPE_OPERATE);
        assertThat(MethodScope.of(TokenServiceGrpc.getCreateTokenMethod())).isEqualTo(Scope.SCOPE_ADMIN);
    }
}
