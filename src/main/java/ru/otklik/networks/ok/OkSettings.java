package ru.otklik.networks.ok;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param oldAnswering answer by {@code discussions.addDiscussionComment}. The network has taken the page of this call
 *     out of its documentation and names no other that writes a comment, so it may stop at any moment and nobody there
 *     will explain why. While it is off, answers are posted by hand and the program looks at them.
 */
@ConfigurationProperties("otklik.networks.ok")
record OkSettings(@DefaultValue("false") boolean oldAnswering) {}
