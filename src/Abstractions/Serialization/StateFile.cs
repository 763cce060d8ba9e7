using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Serialization;

/// <summary>
/// Saves and loads optimizer states as safetensors files, which other systems read too; training resumes from one bit for bit.
/// </summary>
/// <remarks>
/// Tensors are named <c>params.0</c>, <c>params.1</c>, … and <c>state.exp_avg.0</c>, …; the metadata holds <c>format</c>, <c>version</c>,
/// <c>optimizer</c>, <c>options</c> (JSON, for people) and <c>step</c>.
/// </remarks>
public static class StateFile
{
    const string Format = "paritynet.optimizer_state", Version = "1";

    /// <summary>Saves a state to a file; an existing file is replaced at the end, or not at all.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="state">The state.</param>
    /// <param name="path">The file.</param>
    /// <param name="spec">The optimizer that the state belongs to.</param>
    /// <exception cref="ArgumentException">The state does not belong to the optimizer.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save<T>(this OptimizerState<T> state, string path, OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.Write(path, stream => state.Save(stream, spec));
    }

    /// <summary>Saves a state to a stream.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="state">The state.</param>
    /// <param name="stream">The stream; it stays open.</param>
    /// <param name="spec">The optimizer that the state belongs to.</param>
    /// <exception cref="ArgumentException">The state does not belong to the optimizer.</exception>
    public static void Save<T>(this OptimizerState<T> state, Stream stream, OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(spec);
        spec.CheckState(state);
        var tensors = ImmutableDictionary.CreateBuilder<string, Tensor<T>>(StringComparer.Ordinal);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < state.Parameters.Length; i++)
        {
            tensors[Parameter(i)] = state.Parameters[i];
            foreach (OptimizerSlot slot in spec.Slots)
            {
                tensors[Slot(slot, i)] = state[slot.Name][i];
                if (slot.IsNumber(state[slot.Name][i]))
                    numbers.Add(Slot(slot, i));
            }
        }
        var metadata = ImmutableDictionary<string, string>.Empty.Add("format", Format).Add("version", Version).Add("optimizer", spec.Memory)
            .Add("options", SpecJson.Options(spec)).Add("step", state.Step.ToString(CultureInfo.InvariantCulture));
        new SafeTensors<T>(metadata, tensors.ToImmutable()).Write(stream, numbers);
    }

    /// <summary>Loads a state from a file.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="spec">The optimizer to resume with. Its options may differ from those saved; its slots may not.</param>
    /// <returns>The state.</returns>
    /// <exception cref="InvalidDataException">The file is broken, or holds no state of this optimizer and element type.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static OptimizerState<T> Load<T>(string path, OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        using FileStream stream = File.OpenRead(path);
        return Load<T>(stream, spec);
    }

    /// <summary>Loads a state from a stream.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="stream">The stream; it stays open.</param>
    /// <param name="spec">The optimizer to resume with. Its options may differ from those saved; its slots may not.</param>
    /// <returns>The state.</returns>
    /// <exception cref="InvalidDataException">The stream is broken, or holds no state of this optimizer and element type.</exception>
    public static OptimizerState<T> Load<T>(Stream stream, OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(spec);
        SafeTensors<T> file = SafeTensors<T>.Read(stream);
        Expect(file.Metadata, "format", Format);
        Expect(file.Metadata, "version", Version);
        Expect(file.Metadata, "optimizer", spec.Memory);
        string step = file.Metadata.GetValueOrDefault("step", "none");
        if (!long.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out long steps))
            throw new InvalidDataException($"step must count the steps done: expected an integer of at least 0, got {SafeTensorsHeader.Cut(step)}.");
        int count = file.Tensors.Keys.Count(name => name.StartsWith("params.", StringComparison.Ordinal));
        var state =
            new OptimizerState<T>([.. Enumerable.Range(0, count).Select(i => Found(file, Parameter(i)))], steps, spec.Slots.ToImmutableDictionary(
            slot => slot.Name, slot => Enumerable.Range(0, count).Select(i => Found(file, Slot(slot, i))).ToImmutableArray()));
        if (file.Tensors.Count != count * (1 + spec.Slots.Length))
            throw new InvalidDataException(
                $"the file must hold what {spec.Memory} keeps: expected {count * (1 + spec.Slots.Length)} tensors, got {file.Tensors.Count}.");
        try
        {
            spec.CheckState(state);
            return state;
        }
        catch (ArgumentException problem)
        {
            throw new InvalidDataException(problem.Message, problem);
        }
    }

    static string Parameter(int index) => FormattableString.Invariant($"params.{index}");

    static string Slot(OptimizerSlot slot, int index) => FormattableString.Invariant($"state.{slot.Name}.{index}");

    static void Expect(ImmutableDictionary<string, string> metadata, string name, string expected)
    {
        if (metadata.GetValueOrDefault(name) is var got && got != expected)
            throw new InvalidDataException($"{name} must be that of the state to load: expected {expected}, got " +
                $"{SafeTensorsHeader.Cut(got ?? "none")}.");
    }

    static Tensor<T> Found<T>(SafeTensors<T> file, string name) where T : unmanaged, IFloatingPointIeee754<T> =>
        file.Tensors.GetValueOrDefault(name)
            ?? throw new InvalidDataException($"the file must hold all tensors of a state: expected {name}, got none.");
}
