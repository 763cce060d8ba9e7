using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ParityNet;
using ParityNet.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers backends, and lets configuration choose the one that a program is given.</summary>
public static class ParityNetServiceCollectionExtensions
{
    /// <summary>Registers a backend under its name: once among all <see cref="IBackend"/>, and once keyed by the name.</summary>
    /// <remarks>
    /// A name that is registered already stays as it is, so that calling twice is calling once. The backend is a singleton, built when it
    /// is first asked for. A factory that throws <see cref="DllNotFoundException"/> says that the machine lacks its native library: the
    /// keyed backend then throws that, and among all backends an <see cref="UnavailableBackend"/> stands in its position.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="name">The name that configuration and keys use; not empty.</param>
    /// <param name="create">Builds the backend.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddBackend(this IServiceCollection services, string name, Func<IServiceProvider, IBackend> create)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(create);
        BackendRegistration[] before = [.. services.Select(service => service.ImplementationInstance).OfType<BackendRegistration>()];
        if (before.Any(registration => registration.Is(name)))
            return services;
        services.TryAddSingleton<BackendOrder>();
        services.AddSingleton(new BackendRegistration(name));
        services.AddKeyedSingleton(name, (provider, _) => create(provider));
        // Which backend stands at this position is settled when it is asked for: only then is the configuration complete.
        return services.AddSingleton(provider => provider.GetRequiredService<BackendOrder>().At(before.Length));
    }

    /// <summary>Registers a backend that the container builds, with what its constructor asks for.</summary>
    /// <typeparam name="TBackend">The backend.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The name that configuration and keys use; not empty.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddBackend<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TBackend>(
        this IServiceCollection services, string name) where TBackend : class, IBackend =>
        services.AddBackend(name, provider => ActivatorUtilities.CreateInstance<TBackend>(provider));

    /// <summary>Makes the un-keyed <see cref="IBackend"/> the one that configuration names.</summary>
    /// <remarks>
    /// The setting is <c>ParityNet:Backend</c>, in the environment <c>ParityNet__Backend</c>; without it the backend is <c>native</c>.
    /// A host does not start where no backend has the name, or where that backend's native library cannot be loaded. The order of this
    /// call and of those that add backends does not matter; of several calls the last one counts.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The program's configuration.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddParityNet(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton<BackendOrder>();
        services.Replace(ServiceDescriptor.Singleton(new BackendSetting(configuration)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupCheck>());
        return services;
    }
}
