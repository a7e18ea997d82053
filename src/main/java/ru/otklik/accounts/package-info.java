/**
 * The register of official accounts (clause 6): whose they are, who may post, whether their tokens live. Its secrets are
 * sealed, its public list is open to everybody, and a token that died is told on every page of those who must act.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "background",
            "worktime",
            "region",
            "directory",
            "directory::changes",
            "networks",
            "access",
            "web"
        })
@NullMarked
package ru.otklik.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
