package dev.pawl.gateway.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerProperties;

class BindRuleTest {
    private final GrpcServerProperties server = new GrpcServerProperties();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1"})
    void loopbackNeedsNoTls(String address) throws UnknownHostException {
        server.setAddress(InetAddress.getByName(address));
        assertThatCode(() -> BindRule.check(server)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void anAddressThatOthersCanReachNeedsTls(String address) throws UnknownHostException {
        server.setAddress(InetAddress.getByName(address));
        assertThatThrownBy(() -> BindRule.check(server))
                .hasMessageContaining("pawl.gateway.address")
                .hasMessageContaining("spring.grpc.server.ssl.bundle");
        server.getSsl().setBundle("gateway");
        assertThatCode(() -> BindRule.check(server)).doesNotThrowAnyException();
    }

    @Test
    void aDisabledBundleIsNoTls() throws UnknownHostException {
        server.setAddress(InetAddress.getByName("0.0.0.0"));
        server.getSsl().setBundle("gateway");
        server.getSsl().setEnabled(false);
        assertThatThrownBy(() -> BindRule.check(server)).hasMessageContaining("TLS is off");
    }

    @Test
    void noAddressAtAllIsEveryAddress() {
        assertThatThrownBy(() -> BindRule.check(server)).hasMessageContaining("not set");
    }
}
