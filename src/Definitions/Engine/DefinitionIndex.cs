using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace ParityNet.Definitions.Engine;

/// <summary>Finds the definition of an op by its spec.</summary>
static class DefinitionIndex
{
    static readonly Lazy<FrozenDictionary<Type, IDefinition>> Definitions = new(Collect);

    public static bool Has(Type spec) => Definitions.Value.ContainsKey(spec);

    public static TDefinition Find<TDefinition>(OpSpec spec)
        where TDefinition : class, IDefinition => Definitions.Value.GetValueOrDefault(spec.GetType()) as TDefinition
            ?? throw new NotSupportedException(
                $"{spec.Name} must have a definition: expected src/Definitions/…/{spec.GetType().Name}Definition.cs, got none.");

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "ILLink.Descriptors.xml keeps every definition.")]
    static FrozenDictionary<Type, IDefinition> Collect() => typeof(DefinitionIndex).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IDefinition)) && !type.IsAbstract)
        .Select(Create)
        .ToFrozenDictionary(definition => definition.SpecType);

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "ILLink.Descriptors.xml keeps their constructors.")]
    static IDefinition Create(Type definition) => (IDefinition)Activator.CreateInstance(definition)!;
}
