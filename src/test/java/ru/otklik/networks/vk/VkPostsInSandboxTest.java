package ru.otklik.networks.vk;

/** Citizens write on the wall. */
class VkPostsInSandboxTest extends VkInSandboxTest {

    @Override
    protected VkStage stage() {
        return SandboxStage.posts(port, writing);
    }
}
