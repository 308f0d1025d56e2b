#pragma once

#include "coach-catalog.h"
#include "coach-content-reader-private.h"

G_BEGIN_DECLS

/*
 * CoachCatalogLore:
 *
 * What is good to know besides movements and rules.
 */
typedef struct
{
  char       *folder;     /* (nullable): where it is still to be read from */
  GListStore *activities; /* (element-type CoachActivity), in the order of the file */
  GListStore *articles;   /* (element-type CoachArticle), in the order in which they are shown */
} CoachCatalogLore;

CoachCatalog *coach_catalog_new             (void);
void          coach_catalog_add_movement    (CoachCatalog *self, CoachMovement *movement);
void          coach_catalog_add_avoid_entry (CoachCatalog *self, CoachAvoidEntry *entry);
void          coach_catalog_add_routine     (CoachCatalog *self, CoachRoutine *routine);
void          coach_catalog_add_condition   (CoachCatalog *self, CoachCondition *condition);
void          coach_catalog_add_trait       (CoachCatalog *self, CoachTrait *trait);
gboolean      coach_catalog_take_rule       (CoachCatalog *self, CoachRule *rule);
void          coach_catalog_take_screening    (CoachCatalog *self, CoachScreening *screening);
void          coach_catalog_take_safety_guide (CoachCatalog *self, CoachSafetyGuide *guide);
void          coach_catalog_take_pain_guide   (CoachCatalog *self, CoachPainGuide *guide);
void          coach_catalog_add_activity    (CoachCatalog *self, CoachActivity *activity);
void          coach_catalog_add_article     (CoachCatalog *self, CoachArticle *article);
CoachCatalogLore *coach_catalog_get_lore    (CoachCatalog *self);
void          coach_rule_free               (CoachRule *rule);
CoachCatalog *coach_catalog_load_with_texts (const char           *folder,
                                             CoachContentTextFunc  func,
                                             gpointer              user_data,
                                             GError              **error);
gboolean      coach_catalog_read_outside    (CoachCatalog         *self,
                                             CoachContentReader   *reader,
                                             CoachRoutine        **routine,
                                             CoachMove           **move,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachRule, coach_rule_free)

G_END_DECLS
