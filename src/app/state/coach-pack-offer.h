#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachPackOffer:
 * @kind: heat or cold
 * @minutes: how long, as the person chose it last
 * @can_shorten: whether it may be shorter
 * @can_lengthen: whether it may be longer
 * @refusals: (array zero-terminated=1): why it is not to be used now; none when it may
 * @notes: (array zero-terminated=1): what there is to keep to when it may
 * @asks_skin: whether to ask first if the skin is back to normal after the other kind
 *
 * A warm or cold pack as it may be used now.
 */
typedef struct
{
  CoachPackKind   kind;
  guint           minutes;
  gboolean        can_shorten;
  gboolean        can_lengthen;
  char          **refusals;
  char          **notes;
  gboolean        asks_skin;
} CoachPackOffer;

CoachPackOffer *coach_pack_offer_new        (CoachAppContext      *context,
                                             CoachPackKind         kind);
void            coach_pack_offer_free       (CoachPackOffer       *offer);
gboolean        coach_pack_offer_is_allowed (const CoachPackOffer *offer);
void            coach_pack_offer_shorten    (const CoachPackOffer *offer,
                                             CoachAppContext      *context);
void            coach_pack_offer_lengthen   (const CoachPackOffer *offer,
                                             CoachAppContext      *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachPackOffer, coach_pack_offer_free)

G_END_DECLS
