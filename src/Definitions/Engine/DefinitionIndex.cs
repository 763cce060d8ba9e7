using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ParityNet.Definitions.Engine;

/// <summary>
/// Finds the definition of an op by its spec: in this assembly, or in the spec's assembly for an op from outside the library.
/// </summary>
static class DefinitionIndex
{
    static readonly ConcurrentDictionary<Assembly, FrozenDictionary<Type, IDefinition>> Definitions = new();

    public static bool Has(Type spec) => Of(spec) is not null;

    public static TDefinition Find<TDefinition>(OpSpec spec)
        where TDefinition : class, IDefinition => Of(spec.GetType()) as TDefinition
            ?? throw new NotSupportedException(
                $"{spec.Name} must have a definition: expected src/Definitions/…/{spec.GetType().Name}Definition.cs, got none.");

    static IDefinition? Of(Type spec) =>
        Definitions.GetOrAdd(typeof(DefinitionIndex).Assembly, Collect).GetValueOrDefault(spec)
        ?? Definitions.GetOrAdd(spec.Assembly, Collect).GetValueOrDefault(spec);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "ILLink.Descriptors.xml keeps every definition.")]
    static FrozenDictionary<Type, IDefinition> Collect(Assembly assembly) => assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IDefinition)) && !type.IsAbstract)
        .Select(Create)
        .ToFrozenDictionary(definition => definition.SpecType);

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "ILLink.Descriptors.xml keeps their constructors.")]
    static IDefinition Create(Type definition) => (IDefinition)Activator.CreateInstance(definition)!;
}
