using Microsoft.Extensions.Hosting;
using static ParityNet.DependencyInjectionTests.Registering;

namespace ParityNet.DependencyInjectionTests;

public class StartupTests
{
    [Theory]
    [InlineData("banana", "ParityNet:Backend must name a registered backend: expected native or torch, got banana.")]
    [InlineData("torch", "ParityNet:Backend is torch. " + WhyNot)]
    public async Task Host_does_not_start_with_a_backend_that_is_not_there(string setting, string message)
    {
        var witness = new Witness();
        using IHost host = Built(services => services.AddHostedService(_ => witness).AddNativeBackend().AddBrokenTorch().AddParityNet(Setting(setting)));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal(message, refused.Message);
        Assert.False(witness.Started);
    }

    [Fact]
    public async Task Host_without_backends_says_that_one_must_be_added()
    {
        using IHost host = Built(services => services.AddParityNet(Setting(null)));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal("ParityNet:Backend must name a registered backend: expected one to be added first, got native.", refused.Message);
    }

    [Fact]
    public async Task Host_starts_where_only_a_backend_that_is_not_chosen_is_missing()
    {
        var witness = new Witness();
        using IHost host = Built(services => services.AddHostedService(_ => witness).AddNativeBackend().AddBrokenTorch().AddParityNet(Setting("native")));
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.True(witness.Started);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    static IHost Built(Action<IServiceCollection> configure)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        configure(builder.Services);
        return builder.Build();
    }

    sealed class Witness : IHostedService
    {
        public bool Started { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Started = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
