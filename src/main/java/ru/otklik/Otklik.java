package ru.otklik;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Otklik {
    public static void main(String[] args) {
        SpringApplication.run(Otklik.class, args);
    }
}
