using FsCheck;
using FsCheck.Fluent;

namespace ParityNet.Tests;

/// <summary>Runs a law over generated cases with a fixed seed; the message of a failure holds the case.</summary>
static class Law
{
    public static void Holds<TCase>(Gen<TCase> cases, Action<TCase> law) =>
        Prop.ForAll(Arb.From(cases), law).Check(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300).WithReplay(1, gamma: 0x9E3779B97F4A7C15));
}
