using ParityNet.Losses;
using ParityNet.Native;
using ParityNet.Torch;
using static ParityNet.DependencyInjectionTests.Registering;

namespace ParityNet.DependencyInjectionTests;

public class BackendRegistrationTests
{
    /// <summary>Every order of the three calls, under both settings.</summary>
    public static MatrixTheoryData<string, string> Orders =>
        new(["NTP", "NPT", "TNP", "TPN", "PNT", "PTN", "NTPNTP", "PPTTNN"], ["native", "torch"]);

    [Theory, MemberData(nameof(Orders))]
    public void Configured_backend_is_injected_and_each_is_listed_once_whatever_the_order(string order, string configured)
    {
        Assert.SkipWhen(configured == "torch" && TorchBackend.Unavailable is not null, TorchBackend.Unavailable ?? "");
        var services = new ServiceCollection();
        foreach (char call in order)
            _ = call switch
            {
                'N' => services.AddNativeBackend(),
                'T' => services.AddTorchBackend(),
                _ => services.AddParityNet(Setting(configured)),
            };
        using ServiceProvider provider = services.Built();
        IBackend injected = provider.GetRequiredService<IBackend>();
        Assert.Equal(configured, injected.Name);
        Assert.Same(provider.GetRequiredKeyedService<IBackend>(configured), injected);
        Assert.Equal(["native", "torch"], provider.GetServices<IBackend>().Select(backend => backend.Name).Order());
        Assert.Same(injected, provider.GetServices<IBackend>().Single(backend => backend.Name == configured));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" Native ")]
    public void Native_is_the_backend_without_a_setting_and_names_ignore_case(string? setting)
    {
        using ServiceProvider provider = new ServiceCollection().AddNativeBackend().AddBrokenTorch().AddParityNet(Setting(setting)).Built();
        Assert.IsType<NativeBackend>(provider.GetRequiredService<IBackend>());
    }

    [Fact]
    public void Last_backend_added_is_injected_where_nothing_is_configured()
    {
        using ServiceProvider provider = new ServiceCollection().AddBrokenTorch().AddNativeBackend().Built();
        Assert.IsType<NativeBackend>(provider.GetRequiredService<IBackend>());
    }

    [Fact]
    public void Last_configuration_given_counts()
    {
        using ServiceProvider provider = new ServiceCollection().AddNativeBackend().AddBackend("other", _ => new NativeBackend())
            .AddParityNet(Setting("native")).AddParityNet(Setting("other")).Built();
        Assert.Same(provider.GetRequiredKeyedService<IBackend>("other"), provider.GetRequiredService<IBackend>());
    }

    [Fact]
    public void Name_that_is_taken_stays_as_it_is()
    {
        using ServiceProvider provider = new ServiceCollection().AddNativeBackend().AddBackend("NATIVE", _ => throw new InvalidOperationException()).Built();
        Assert.IsType<NativeBackend>(Assert.Single(provider.GetServices<IBackend>()));
    }

    [Fact]
    public void Backends_are_built_when_asked_for_and_once_for_all_threads()
    {
        int built = 0;
        using ServiceProvider provider = new ServiceCollection().AddBackend("slow", _ =>
        {
            Interlocked.Increment(ref built);
            return new NativeBackend();
        }).Built();
        Assert.Equal(0, built);
        var given = new IBackend[8];
        Parallel.For(0, given.Length, i => given[i] = provider.GetRequiredService<IBackend>());
        Assert.Single(given.Distinct());
        Assert.Equal(1, built);
    }

    [Fact]
    public void Backend_that_cannot_be_loaded_does_not_keep_the_others_from_being_listed()
    {
        using ServiceProvider provider = new ServiceCollection().AddNativeBackend().AddBrokenTorch().AddParityNet(Setting("native")).Built();
        IBackend[] all = [.. provider.GetServices<IBackend>()];
        Assert.Equal(["native", "torch"], all.Select(backend => backend.Name).Order());
        var missing = Assert.Single(all.OfType<UnavailableBackend>());
        Assert.Equal(WhyNot, missing.Reason);
        Assert.Equal(WhyNot, missing.Info.Build);
        Assert.Equal(WhyNot, Assert.Throws<DllNotFoundException>(() => missing.Loss<float>(new Huber())).Message);
        Assert.Equal(WhyNot, Assert.Throws<DllNotFoundException>(() => provider.GetRequiredKeyedService<IBackend>("torch")).Message);
    }

    [Fact]
    public void Constructor_is_given_what_it_asks_for_and_its_failure_is_not_wrapped()
    {
        using ServiceProvider provider = new ServiceCollection().AddSingleton(new Fuel("none left")).AddBackend<Rocket>("rocket").Built();
        Assert.Equal("none left", Assert.Throws<DllNotFoundException>(() => provider.GetRequiredKeyedService<IBackend>("rocket")).Message);
        Assert.Equal("none left", Assert.IsType<UnavailableBackend>(provider.GetRequiredService<IBackend>()).Reason);
    }

    [Fact]
    public void Names_must_not_be_empty() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddBackend<NativeBackend>(" "));

    sealed record Fuel(string Level);

    sealed class Rocket : IBackend
    {
        public Rocket(Fuel fuel) => throw new DllNotFoundException(fuel.Level);

        public string Name => "rocket";

        public BackendInfo Info => new(Name, "0", "", [], 0);

        public ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => throw new NotSupportedException();

        public IActivation<T> Activation<T>(Activations.ActivationSpec spec) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => throw new NotSupportedException();

        public IFunction<T> Layer<T>(Layers.LayerSpec spec) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => throw new NotSupportedException();

        public IOptimizer<T> Optimizer<T>(Optimizers.OptimizerSpec spec) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => throw new NotSupportedException();

        public IModel<T> Model<T>(Models.ModelSpec spec, LossSpec loss) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => throw new NotSupportedException();
    }
}
