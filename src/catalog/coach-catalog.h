#pragma once

#include <gio/gio.h>

#include "coach-activity.h"
#include "coach-article.h"
#include "coach-avoid-entry.h"
#include "coach-condition.h"
#include "coach-movement.h"
#include "coach-pain-guide.h"
#include "coach-routine.h"
#include "coach-rule.h"
#include "coach-safety-guide.h"
#include "coach-screening.h"
#include "coach-trait.h"

G_BEGIN_DECLS

/* The condition that everybody who uses the program has (catalogue README, "Verdicts"). */
#define COACH_BASE_CONDITION "sciatica"

#define COACH_TYPE_CATALOG (coach_catalog_get_type ())
G_DECLARE_FINAL_TYPE (CoachCatalog, coach_catalog, COACH, CATALOG, GObject)

GListModel      *coach_catalog_get_movements     (CoachCatalog *self);
GListModel      *coach_catalog_get_avoid_entries (CoachCatalog *self);
GListModel      *coach_catalog_get_routines      (CoachCatalog *self);
GListModel      *coach_catalog_get_conditions    (CoachCatalog *self);
GListModel      *coach_catalog_get_traits        (CoachCatalog *self);
CoachScreening  *coach_catalog_get_screening     (CoachCatalog *self);
CoachSafetyGuide *coach_catalog_get_safety_guide (CoachCatalog *self);
CoachPainGuide  *coach_catalog_get_pain_guide    (CoachCatalog *self);
CoachMove       *coach_catalog_lookup_move       (CoachCatalog *self,
                                                  const char   *id);
CoachMovement   *coach_catalog_lookup_movement   (CoachCatalog *self,
                                                  const char   *id);
CoachRoutine    *coach_catalog_lookup_routine    (CoachCatalog *self,
                                                  const char   *id);
CoachCondition  *coach_catalog_lookup_condition  (CoachCatalog *self,
                                                  const char   *id);
CoachTrait      *coach_catalog_lookup_trait      (CoachCatalog *self,
                                                  const char   *id);
const CoachRule *coach_catalog_lookup_rule       (CoachCatalog *self,
                                                  const char   *condition,
                                                  const char   *trait);
GListModel      *coach_catalog_get_activities    (CoachCatalog *self);
GListModel      *coach_catalog_get_articles      (CoachCatalog *self);
CoachActivity   *coach_catalog_lookup_activity   (CoachCatalog *self,
                                                  const char   *id);
CoachArticle    *coach_catalog_lookup_article    (CoachCatalog *self,
                                                  const char   *id);
CoachArticle    *coach_catalog_find_article_of   (CoachCatalog *self,
                                                  const char   *activity);
CoachVerdictLevel coach_catalog_get_level        (CoachCatalog       *self,
                                                  const char * const *conditions,
                                                  CoachMove          *move);

G_END_DECLS
