package ru.otklik.networks.feed;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param inside feeds of the inner network are allowed: then whoever may add a feed, and every site that such a feed
 *     redirects from, makes this server call addresses that only it can reach
 */
@ConfigurationProperties("otklik.networks.feed")
record FeedSettings(@DefaultValue("false") boolean inside) {}
