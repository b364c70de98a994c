package dev.pawl.gateway;

import dev.pawl.db.content.LocalContentStore;
import dev.pawl.gateway.engine.ContentClaims;
import dev.pawl.workflows.codec.PawlDataConverter;
import io.temporal.common.converter.DataConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** A standalone gateway, for teams with their own database and engine. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class PawlGateway {
    public static void main(String[] args) {
        application().run(args);
    }

    static SpringApplication application() {
        SpringApplication application = new SpringApplication(PawlGateway.class);
        application.setDefaultProperties(defaults());
        return application;
    }

    @Bean
    DataConverter dataConverter(GatewayProperties properties) {
        return PawlDataConverter.create(new ContentClaims(new LocalContentStore(properties.content())));
    }

    private static Properties defaults() {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource("dev/pawl/gateway/application.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway's own properties are not on its class path", e);
        }
    }
}
