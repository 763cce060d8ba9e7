using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Minimizers;

namespace ParityNet.Parity.Tests.Minimizers;

/// <summary>One run of <c>torch.optim.LBFGS</c> as PyTorch made it.</summary>
sealed class StoredRun(JsonElement line)
{
    public static ImmutableArray<StoredRun> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "References", "lbfgs.jsonl")).Select(line => new StoredRun(JsonElement.Parse(line)))];

    public string Problem => line.GetProperty("problem").GetString()!;

    public bool IsDouble => line.GetProperty("dtype").GetString() == "float64";

    public int Iterations => line.GetProperty("end").GetProperty("iterations").GetInt32();

    public int Evaluations => line.GetProperty("end").GetProperty("evaluations").GetInt32();

    public int States => line.GetProperty("states").GetArrayLength();

    public Lbfgs Spec => (Lbfgs)Catalog.Find(OpKind.Minimizer, "lbfgs")
        .Build(line.GetProperty("options").EnumerateObject().ToDictionary(option => option.Name, option => option.Value)) with
    { MaxIterations = 200, MaxEvaluations = 1000 };

    public double[] Start => Numbers<double>(line.GetProperty("start"));

    /// <summary>The state before iteration k, from 1 on.</summary>
    public MinimizerState<T> Before<T>(int k) where T : unmanaged, IFloatingPointIeee754<T>
    {
        JsonElement last = line.GetProperty("states")[k - 1];
        T[] x = Numbers<T>(line.GetProperty("states")[k].GetProperty("x"));
        ObjectiveValue<T> at = RunProblem.Of<T>(Problem).ValueAndGradient!(x);
        var slots = ImmutableDictionary<string, Tensor<T>>.Empty;
        foreach (string name in (string[])["d", "t", "old_dirs", "old_stps", "ro", "H_diag", "prev_flat_grad", "prev_loss"])
            slots = slots.Add(name, Slot<T>(last.GetProperty(name)));
        return new([.. x], at.Value, [.. at.Gradient], k, new(1, 1), slots);
    }

    /// <summary>Where PyTorch went from there.</summary>
    public T[] After<T>(int k) where T : unmanaged, IFloatingPointIeee754<T> => Numbers<T>(line.GetProperty("states")[k].GetProperty("next"));

    public override string ToString() => $"{Problem} {line.GetProperty("dtype")} {line.GetProperty("options")}";

    static Tensor<T> Slot<T>(JsonElement value) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (value.ValueKind != JsonValueKind.Array)
            return Tensor.Create([T.CreateChecked(value.GetDouble())], [1]);
        if (value.GetArrayLength() == 0 || value[0].ValueKind != JsonValueKind.Array)
            return Tensor.Create(Numbers<T>(value), [value.GetArrayLength()]);
        T[][] rows = [.. value.EnumerateArray().Select(Numbers<T>)];
        return Tensor.Create([.. rows.SelectMany(row => row)], [rows.Length, rows[0].Length]);
    }

    static T[] Numbers<T>(JsonElement list) where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. list.EnumerateArray().Select(number => T.CreateChecked(number.GetDouble()))];
}
