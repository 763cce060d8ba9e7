using System.Numerics;

namespace ParityNet.Native.Models;

/// <summary>What a layer computed on its way forward, for its way back.</summary>
/// <param name="Input">What came in.</param>
/// <param name="Sums">The sums before the activation.</param>
/// <param name="Output">What went out.</param>
readonly record struct Trace<T>(T[] Input, T[] Sums, T[] Output) where T : unmanaged, IFloatingPointIeee754<T>;
