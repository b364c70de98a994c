package dev.pawl.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A standalone worker, for teams with their own database and engine. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class PawlWorker {
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(PawlWorker.class);
        application.setDefaultProperties(WorkerDefaults.properties());
        application.run(args);
    }
}
