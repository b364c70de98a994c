package dev.pawl.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A worker of its own, for a team that has its database and engine elsewhere. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class PawlWorker {
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(PawlWorker.class);
        application.setDefaultProperties(WorkerDefaults.properties());
        application.run(args);
    }
}
