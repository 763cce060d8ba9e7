using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ParityNet;
using ParityNet.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers backends, and lets the configuration choose the one that a program resolves.</summary>
public static class ParityNetServiceCollectionExtensions
{
    /// <summary>
    /// Registers a backend under its name: as one of all <see cref="IBackend"/> services, and as a service keyed by the name.
    /// </summary>
    /// <remarks>
    /// A second registration of the same name has no effect. The backend is a singleton, created when it is first resolved.
    /// A factory throws <see cref="DllNotFoundException"/> where the machine lacks the native library: resolving the keyed backend then
    /// throws it too, and among all backends an <see cref="UnavailableBackend"/> takes its place.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="name">The name for configuration and keys; not empty.</param>
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
        // The backend at this position is determined when it is resolved, because only then is the configuration complete.
        return services.AddSingleton(provider => provider.GetRequiredService<BackendOrder>().At(before.Length));
    }

    /// <summary>Registers a backend that the container creates, with constructor injection.</summary>
    /// <typeparam name="TBackend">The backend.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The name for configuration and keys; not empty.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddBackend<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TBackend>(
        this IServiceCollection services, string name) where TBackend : class, IBackend =>
        services.AddBackend(name, provider => ActivatorUtilities.CreateInstance<TBackend>(provider));

    /// <summary>Makes the non-keyed <see cref="IBackend"/> the one that the configuration names.</summary>
    /// <remarks>
    /// The setting is <c>ParityNet:Backend</c>, in the environment <c>ParityNet__Backend</c>; without it the backend is <c>native</c>.
    /// A host fails to start where no backend has the name, or where that backend's native library cannot be loaded. This call may come
    /// before or after those that add backends; of several calls the last one takes effect.
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
