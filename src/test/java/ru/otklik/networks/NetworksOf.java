package ru.otklik.networks;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Networks without Spring. */
public final class NetworksOf {

    private NetworksOf() {}

    public static Networks these(Network... networks) {
        var beans = new StaticListableBeanFactory();
        for (var network : networks) {
            beans.addBean(network.key(), network);
        }
        return new Networks(beans.getBeanProvider(Network.class));
    }
}
