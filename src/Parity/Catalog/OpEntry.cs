using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using System.Text.Json;
using ParityNet.Dialects;
using ParityNet.Losses;
using ParityNet.Minimizers;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Parity;

/// <summary>One op of the catalogue: its names, options and examples, read from its spec type.</summary>
public sealed class OpEntry
{
    readonly ConstructorInfo constructor;

    internal OpEntry(OpKind kind, Type specType)
    {
        Kind = kind;
        SpecType = specType;
        constructor = ConstructorOf(specType);
        var examples = (IEnumerable)specType.GetProperty("Examples", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        Examples = [.. examples.Cast<OpSpec>()];
        Name = Examples[0].Name;
        Aliases = [.. specType.GetCustomAttributes<AliasAttribute>()];
        OptionInfo[] options = [.. constructor.GetParameters().Select(p => OptionInfo.Of(p, specType))];
        Options =
        [
            .. options.Select(option => option with
            {
                ListLength = options.Count(other => other.Index >= 0 && other.Name == option.Name), Taken = new(() => ChoicesOf(option)),
            }),
        ];
    }

    // The spec's constructor decides which words it accepts; some words fit the other options of one example only.
    ImmutableArray<string> ChoicesOf(OptionInfo option) => option.Enumeration is { } words
        ? [.. Enum.GetValues(words).Cast<object>().Where(word => Examples.Any(example => Takes(example, option, word))).Select(Words.Of)]
        : [];

    bool Takes(OpSpec example, OptionInfo option, object word)
    {
        try
        {
            return constructor.Invoke([.. Options.Select(o => o.Property == option.Property ? word : o.Property.GetValue(example))]) is not null;
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The kind of op.</summary>
    public OpKind Kind { get; }

    /// <summary>The type of its spec.</summary>
    public Type SpecType { get; }

    /// <summary>PyTorch's name; where PyTorch lacks it, the name in the system that introduced it.</summary>
    public string Name { get; }

    /// <summary>Aliases, with the options that they imply.</summary>
    public ImmutableArray<AliasAttribute> Aliases { get; }

    /// <summary>All names, the main one first.</summary>
    public IEnumerable<string> Names => Aliases.Select(alias => alias.Name).Prepend(Name);

    /// <summary>The options, in the order of the spec's constructor.</summary>
    public ImmutableArray<OptionInfo> Options { get; }

    /// <summary>Specs that show every option in use, the default first.</summary>
    public ImmutableArray<OpSpec> Examples { get; }

    /// <summary>Builds a spec from options under PyTorch's names; omitted options take their defaults.</summary>
    /// <param name="options">The options; null for none.</param>
    /// <param name="name">The alias under which the op was requested; null for its name.</param>
    /// <param name="dialect">The system whose defaults are meant; its names are understood beside PyTorch's.</param>
    /// <returns>The spec.</returns>
    /// <exception cref="UnknownNameException">The op lacks an option; the message lists near ones.</exception>
    /// <exception cref="ArgumentException">A value is of the wrong kind or out of range.</exception>
    public OpSpec Build(IReadOnlyDictionary<string, JsonElement>? options = null, string? name = null, Dialect dialect = Dialect.Torch)
    {
        var wanted = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (string implied in Aliases.FirstOrDefault(alias => alias.Name == name)?.Options ?? [])
        {
            string[] pair = implied.Split('=');
            wanted[pair[0]] = JsonElement.Parse(pair[1]);
        }
        options ??= ImmutableDictionary<string, JsonElement>.Empty;
        Preset? preset = PresetIn(dialect, name);
        PresetOptions? of = preset is null ? null : new(this, preset, name, options);
        foreach ((string key, JsonElement value) in of?.Others ?? options)
            wanted[key] = Options.Any(option => option.Name == key)
                ? value
                : throw new UnknownNameException($"option must be one that {Name} has", key,
                    [.. Options.Select(option => option.Name), .. of?.Names ?? []]);
        try
        {
            var spec = (OpSpec)constructor.Invoke(
                [.. Options.Select(option => of is null ? option.Read(wanted, Name, dialect) : of.Read(option, wanted))]);
            return preset?.Completed(spec) ?? spec;
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is ArgumentException inner)
        {
            throw new ArgumentException(OptionWords.Of(inner.Message, Options), inner);
        }
    }

    /// <summary>What the op has in a system.</summary>
    /// <param name="dialect">The system.</param>
    /// <returns>Its presets, the usual one first; none for PyTorch, whose defaults the spec has.</returns>
    public IEnumerable<Preset> PresetsIn(Dialect dialect) =>
        Presets.All.Where(preset => preset.Dialect == dialect && preset.Spec.GetType() == SpecType);

    /// <summary>Where a preset differs from PyTorch: the system's names of the op's options, and its values that are not PyTorch's.</summary>
    /// <param name="preset">A preset of this op.</param>
    /// <returns>The options that have another name or another value, each with the system's name and value.</returns>
    public IEnumerable<(OptionInfo Option, string Name, object? Value)> Differences(Preset preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        foreach (OptionInfo option in Options)
        {
            object? value = option.ValueIn(preset.Spec);
            bool kept = OptionValue.Text(value) == OptionValue.Text(option.DefaultText) || option.Required && !preset.IsComplete;
            if (preset.NameOf(option.Property.Name) is { } own && own != option.Name)
                yield return (option, own, value);
            else if (!kept)
                yield return (option, option.Index < 0 ? option.Name : $"{option.Name}[{option.Index}]", value);
        }
    }

    /// <summary>The preset of a name in a system; null where there is none.</summary>
    internal Preset? PresetIn(Dialect dialect, string? name) =>
        PresetsIn(dialect).FirstOrDefault(preset => name is not null && preset.Names.Contains(name)) ?? PresetsIn(dialect).FirstOrDefault();

    /// <summary>Whether an option is itself an op or a list of ops, so that a system's defaults are those of its parts.</summary>
    internal bool HasParts => Options.Any(option => (OptionValue.ItemOf(option.Type) ?? option.Type) is var type
        && (type.IsAssignableTo(typeof(OpSpec)) || type == typeof(ParameterGroup)));

    /// <summary>The options of a spec under PyTorch's names, in the order of the spec.</summary>
    /// <param name="spec">A spec of this op.</param>
    /// <returns>Name and value of each option; the values of a list-valued option share one name.</returns>
    public IEnumerable<KeyValuePair<string, object?>> OptionsOf(OpSpec spec) =>
        Options.GroupBy(option => option.Name).Select(group => KeyValuePair.Create(group.Key, group.First().Index < 0
            ? group.First().ValueIn(spec)
            : group.Select(option => option.ValueIn(spec)).ToArray()));

    /// <summary>A spec with other values of some options; null where the values exclude each other.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="change">From an option and its value to another value.</param>
    /// <returns>The spec, or null.</returns>
    internal OpSpec? With(OpSpec spec, Func<OptionInfo, object?, object?> change)
    {
        try
        {
            return (OpSpec)constructor.Invoke([.. Options.Select(option => change(option, option.Property.GetValue(spec)))]);
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The default of an option, as plain data.</summary>
    /// <param name="option">PyTorch's name of it.</param>
    /// <returns>The default; a list for a list-valued option.</returns>
    internal object? DefaultOf(string option)
    {
        OptionInfo[] all = [.. Options.Where(o => o.Name == option)];
        return all[0].Index < 0 ? all[0].DefaultText : all.Select(o => o.DefaultText).ToArray();
    }

    /// <summary>The constructor of a spec whose parameters are its options, each with a property of the same name.</summary>
    internal static ConstructorInfo ConstructorOf(Type specType) => specType.GetConstructors()
        .OrderByDescending(c => c.GetParameters().All(p => specType.GetProperty(p.Name!) is not null))
        .ThenByDescending(c => c.GetParameters().Length).First();

    /// <summary>
    /// Whether backends compute the op and a definition judges it. Schedules and initializers are the same on all backends and checked by laws
    /// only; the answers of minimizers are certified on the problems that they solve.
    /// </summary>
    public bool IsComputed => Kind is not (OpKind.Schedule or OpKind.Initializer or OpKind.Minimizer or OpKind.LineSearch);

    /// <summary>Whether a backend has this op. Schedules are functions of the step alone, so every backend has them.</summary>
    /// <param name="backend">The backend.</param>
    /// <returns>True where the backend binds the default spec.</returns>
    public bool IsIn(IBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        return IsIn<float>(backend) || IsIn<double>(backend);
    }

    /// <summary>Whether a backend has this op in an element type.</summary>
    internal bool IsIn<T>(IBackend backend) where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            _ = Examples[0] switch
            {
                FunctionSpec function => backend.Function<T>(function),
                OptimizerSpec optimizer => backend.Optimizer<T>(optimizer),
                ModelSpec model => backend.Model<T>(model, new SquaredError()),
                MinimizerSpec minimizer => backend.Minimizer<T>(minimizer),
                _ => (object)backend,
            };
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }
}
