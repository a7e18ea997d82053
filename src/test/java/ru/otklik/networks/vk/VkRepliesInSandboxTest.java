package ru.otklik.networks.vk;

/** Citizens reply to comments. */
class VkRepliesInSandboxTest extends VkInSandboxTest {

    @Override
    protected VkStage stage() {
        return SandboxStage.replies(port, writing);
    }
}
