#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-pack-offer.h"

/* So much longer or shorter at a press. */
#define STEP_MINUTES 5

/* Of what was on before, only the newest can matter: this is more than a day holds. */
#define MAX_EARLIER 32

static const char *
get_key (CoachPackKind kind)
{
  return kind == COACH_PACK_HEAT ? "heat-minutes" : "cold-minutes";
}

static const CoachPackNumbers *
get_numbers (CoachAppContext *context,
             CoachPackKind    kind)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (context);

  return coach_safety_guide_get_pack (coach_catalog_get_safety_guide (catalog), kind);
}

/* 0 in the settings is what the protocol says; it may say something else than when one was set. */
static guint
get_minutes (CoachAppContext *context,
             CoachPackKind    kind)
{
  const CoachPackNumbers *numbers = get_numbers (context, kind);
  guint minutes = g_settings_get_uint (coach_app_context_get_settings (context), get_key (kind));

  if (minutes == 0)
    return numbers->minutes;
  return CLAMP (minutes, numbers->min_minutes, numbers->max_minutes);
}

static void
set_minutes (CoachAppContext *context,
             CoachPackKind    kind,
             guint            minutes)
{
  g_settings_set_uint (coach_app_context_get_settings (context), get_key (kind), minutes);
}

/* What the person last said of their pain, today or before: numbness is not gone because nobody
 * has asked since. */
static const CoachPain *
get_newest_pain (CoachDiary *diary,
                 GDateTime  *now)
{
  const CoachPain *pain = coach_diary_get_pain_of (diary, now);
  guint n = coach_diary_get_n_checkins (diary);

  if (pain == NULL && n > 0)
    pain = &coach_diary_get_checkin (diary, n - 1)->pain;
  return pain;
}

/* The times belong to the diary. */
static GArray *
collect_earlier (CoachDiary *diary)
{
  GArray *earlier = g_array_new (FALSE, FALSE, sizeof (CoachPackUse));
  guint n = coach_diary_get_n_packs (diary);

  for (guint i = n > MAX_EARLIER ? n - MAX_EARLIER : 0; i < n; i++)
    {
      const CoachDiaryPack *pack = coach_diary_get_pack (diary, i);
      CoachPackUse use = { pack->kind, pack->began, pack->length_s };

      g_array_append_val (earlier, use);
    }
  return earlier;
}

static char **
dup_filled (CoachAppContext  *context,
            char            **sentences)
{
  g_autoptr (GStrvBuilder) filled = g_strv_builder_new ();

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_autofree char *sentence = coach_app_context_dup_filled (context, sentences[i]);

      g_strv_builder_add (filled, sentence);
    }
  return g_strv_builder_end (filled);
}

static void
judge (CoachPackOffer       *offer,
       CoachAppContext      *context,
       const CoachPackFacts *facts)
{
  g_auto (GStrv) refusals = NULL;

  refusals = coach_pack_dup_refusals (facts, offer->kind, coach_pack_choose_side (facts));
  offer->refusals = dup_filled (context, refusals);
  offer->notes = coach_pack_dup_notes (facts, offer->kind);
  offer->asks_skin = coach_pack_asks_whether_skin_is_normal (facts, offer->kind);
}

/**
 * coach_pack_offer_new:
 * @context: what pages are given
 * @kind: heat or cold
 *
 * Works out whether and how a pack may be used now.
 *
 * Returns: (transfer full): an offer
 */
CoachPackOffer *
coach_pack_offer_new (CoachAppContext *context,
                      CoachPackKind    kind)
{
  CoachPackOffer *offer;
  CoachDiary *diary;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GArray) earlier = NULL;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  diary = coach_app_context_get_diary (context);
  now = coach_app_context_dup_now (context);
  earlier = collect_earlier (diary);

  offer = g_new0 (CoachPackOffer, 1);
  offer->kind = kind;
  offer->minutes = get_minutes (context, kind);
  offer->can_shorten = offer->minutes > get_numbers (context, kind)->min_minutes;
  offer->can_lengthen = offer->minutes < get_numbers (context, kind)->max_minutes;
  judge (offer, context,
         &(CoachPackFacts) {
             .catalog = coach_app_context_get_catalog (context),
             .decision = coach_app_context_get_decision (context),
             .conditions
             = coach_profile_get_all_conditions (coach_app_context_get_profile (context)),
             .pain = get_newest_pain (diary, now),
             .earlier = (const CoachPackUse *) (gpointer) earlier->data,
             .n_earlier = earlier->len,
             .now = now,
         });
  return offer;
}

/**
 * coach_pack_offer_free:
 * @offer: (transfer full): an offer
 *
 * Frees an offer.
 */
void
coach_pack_offer_free (CoachPackOffer *offer)
{
  g_return_if_fail (offer != NULL);

  g_strfreev (offer->refusals);
  g_strfreev (offer->notes);
  g_free (offer);
}

/**
 * coach_pack_offer_is_allowed:
 * @offer: an offer
 *
 * Gets whether the pack may be used now.
 *
 * Returns: whether nothing speaks against it
 */
gboolean
coach_pack_offer_is_allowed (const CoachPackOffer *offer)
{
  g_return_val_if_fail (offer != NULL, FALSE);

  return offer->refusals[0] == NULL;
}

/**
 * coach_pack_offer_shorten:
 * @offer: an offer
 * @context: what pages are given
 *
 * Chooses a shorter time, from now on.
 */
void
coach_pack_offer_shorten (const CoachPackOffer *offer,
                          CoachAppContext      *context)
{
  guint least;

  g_return_if_fail (offer != NULL);

  least = get_numbers (context, offer->kind)->min_minutes;
  set_minutes (context, offer->kind,
               offer->minutes > least + STEP_MINUTES ? offer->minutes - STEP_MINUTES : least);
}

/**
 * coach_pack_offer_lengthen:
 * @offer: an offer
 * @context: what pages are given
 *
 * Chooses a longer time, from now on.
 */
void
coach_pack_offer_lengthen (const CoachPackOffer *offer,
                           CoachAppContext      *context)
{
  g_return_if_fail (offer != NULL);

  set_minutes (context, offer->kind,
               MIN (offer->minutes + STEP_MINUTES,
                    get_numbers (context, offer->kind)->max_minutes));
}
