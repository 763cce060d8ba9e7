using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace ParityNet.Parity.Cases;

/// <summary>Numbers that are drawn many at a time: one choice of FsCheck seeds them all, which costs far less than a choice each.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="draw">Draws one.</param>
sealed class Source<T>(Func<Xoshiro, T> draw) where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly Gen<ulong> Seeds =
        from high in Gen.Choose(0, int.MaxValue) from low in Gen.Choose(0, int.MaxValue) select ((ulong)high << 31) + (ulong)low;

    /// <summary>Draws one number.</summary>
    public T Next(Xoshiro random) => draw(random);

    /// <summary>Many numbers.</summary>
    public Gen<T[]> ArrayOf(int count) => Seeds.Select(seed =>
    {
        var random = new Xoshiro(seed);
        var all = new T[count];
        for (int i = 0; i < count; i++)
            all[i] = draw(random);
        return all;
    });

    /// <summary>One source or another, as often as the weights say.</summary>
    public static Source<T> OneOf(params (int Weight, Source<T> Of)[] sources)
    {
        int all = sources.Sum(source => source.Weight);
        return new(random =>
        {
            int at = random.Next(all), i = 0;
            while (at >= sources[i].Weight)
                at -= sources[i++].Weight;
            return sources[i].Of.Next(random);
        });
    }

    /// <summary>One of a few numbers.</summary>
    public static Source<T> Among(params T[] numbers) => new(random => numbers[random.Next(numbers.Length)]);

    /// <summary>Those numbers that fit.</summary>
    public Source<T> Where(Predicate<T> fits) => new(random =>
    {
        T number = draw(random);
        while (!fits(number))
            number = draw(random);
        return number;
    });

    /// <summary>The same numbers, changed.</summary>
    public Source<T> Map(Func<T, T> change) => new(random => change(draw(random)));
}
