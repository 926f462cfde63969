using Portal.Web.Operations;

namespace Portal.Web.Cases;

/// <summary>Registers what belongs to cases.</summary>
public static class CasesRegistration
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddScoped<Judge>()
        .AddScoped<Journeys>()
        .AddSingleton<KeptPolicies>()
        .AddScoped<CaseOpener>()
        .AddScoped<CaseReview>()
        .AddScoped<CaseList>()
        .AddScoped<CaseReader>()
        .AddScoped<LegalClock>()
        .AddScoped<IDailyJob>(services => services.GetRequiredService<LegalClock>())
        .AddScoped<Withdrawals>()
        .AddScoped<WithdrawalDesk>()
        .AddScoped<IConcern, DueWithdrawals>()
        .AddScoped<SignedLinks>()
        .AddScoped<DecisionTexts>()
        .AddScoped<FactTexts>()
        .AddScoped<Explanation>()
        .AddScoped<Replays>()
        .AddScoped<OrderViews>()
        .AddScoped<CaseViews>()
        .AddScoped<ItemsForm>();
}
