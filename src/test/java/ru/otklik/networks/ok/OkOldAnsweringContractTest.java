package ru.otklik.networks.ok;

/** The same with the call that the network no longer documents. */
class OkOldAnsweringContractTest extends OkNetworkContractTest {

    @Override
    boolean oldAnswering() {
        return true;
    }
}
