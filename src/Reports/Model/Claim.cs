namespace ParityNet.Reports;

/// <summary>Writes the claim of a report in one sentence; a cancelled run claims nothing about the cases that did not run.</summary>
static class Claim
{
    public static string Of(IReadOnlyList<string> backends, long cases, int ops, int laws, bool agrees, bool complete)
    {
        string who = string.Join(" and ", backends), scope = $"{Count(cases, "generated case", "generated cases")} of {Count(ops, "op", "ops")}";
        bool one = backends.Count == 1;
        if (!complete && agrees)
            return $"So far, on {scope} and {Count(laws, "law", "laws")}, {who} {(one ? "shows" : "show")} no unexplained disagreement in what ran.";
        string verb = (agrees, one) switch
        {
            (true, true) => "agrees",
            (true, false) => "agree",
            (false, true) => "does not agree",
            (false, false) => "do not agree",
        };
        return $"{(complete ? "On" : "So far, on")} {scope}, {who} {verb} with the definitions within bounds derived from the computation.";
    }

    public static string OfLaws(IReadOnlyList<LawReport> laws, int held, int broken, int known) =>
        $"Of the {laws.Count} laws tried of {string.Join(", ", laws.Select(law => law.Op).Distinct())}, {held} "
        + $"hold{(known == 0 ? "" : $", {known} {(known == 1 ? "is" : "are")} known to break")} and {broken} {(broken == 1 ? "is" : "are")} broken.";

    static string Count(long n, string one, string many) => FormattableString.Invariant($"{n:N0} {(n == 1 ? one : many)}");
}
