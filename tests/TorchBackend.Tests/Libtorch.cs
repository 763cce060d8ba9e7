namespace ParityNet.TorchTests;

/// <summary>The backend under test, or a skip that says why libtorch does not load here.</summary>
static class Libtorch
{
    public static IBackend Backend()
    {
        Assert.SkipWhen(TorchBackend.Unavailable is not null, TorchBackend.Unavailable ?? "");
        return new TorchBackend();
    }

    /// <summary>A tensor of one dimension.</summary>
    public static Tensor<T> Row<T>(params T[] numbers) => Tensor.Create(numbers, [numbers.Length]);

    /// <summary>A tensor of two dimensions.</summary>
    public static Tensor<T> Table<T>(int rows, params T[] numbers) => Tensor.Create(numbers, [rows, numbers.Length / rows]);

    /// <summary>Numbers that are not round, the same at every run.</summary>
    public static Tensor<T> Uneven<T>(int seed, params nint[] shape) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var random = new Xoshiro((ulong)seed);
        var numbers = new T[Shape.Count(shape)];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = T.CreateTruncating(2 * random.NextUnit() - 1);
        return Tensor.Create(numbers, shape);
    }
}
